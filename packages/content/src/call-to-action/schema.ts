import {RocketIcon} from '@sanity/icons/Rocket'
import {defineType} from 'sanity'
import {line, lines, one, paragraph} from '../values/fields.ts'

export const callToActionSchema = defineType({
  name: 'callToAction',
  title: 'Call to action',
  type: 'document',
  icon: RocketIcon,
  fields: [
    line({name: 'name', title: 'Name', description: 'For editors only.', required: true}),
    line({name: 'heading', title: 'Heading', required: true}),
    paragraph({name: 'line', title: 'Line under it', required: true}),
    lines({name: 'benefits', title: 'Benefits', description: 'At most four.', required: true, max: 4}),
    line({name: 'buttonLabel', title: 'Words of the button', required: true}),
    line({name: 'legalLine', title: 'Small print'}),
    one({name: 'appProfile', title: 'App', to: ['appProfile'], required: true}),
  ],
  preview: {select: {title: 'name', subtitle: 'heading'}},
})
