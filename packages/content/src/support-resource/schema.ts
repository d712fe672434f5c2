import {HeartIcon} from '@sanity/icons/Heart'
import {defineType} from 'sanity'
import {choice, choices, day, line, lines, many, paragraph, webAddressField} from '../values/fields.ts'

export const supportResourceSchema = defineType({
  name: 'supportResource',
  title: 'Support resource',
  type: 'document',
  icon: HeartIcon,
  fields: [
    line({name: 'name', title: 'Name', required: true}),
    paragraph({name: 'offers', title: 'What it offers', required: true}),
    line({name: 'forWhom', title: 'For whom', required: true}),
    choice({
      name: 'cost',
      title: 'Cost',
      options: {free: 'Free', paid: 'Paid', mixed: 'Some of both'},
      required: true,
    }),
    line({name: 'area', title: 'Area', description: 'Where it can be used.', required: true}),
    choices({name: 'languages', title: 'Languages', options: {en: 'English', es: 'Spanish'}, required: true}),
    line({name: 'phone', title: 'Telephone'}),
    webAddressField({name: 'url', title: 'Web address', required: true}),
    line({name: 'hours', title: 'Hours'}),
    day({
      name: 'checkedOn',
      title: 'Checked on',
      description: 'When someone last called or opened it.',
      required: true,
    }),
    lines({name: 'topics', title: 'Topics', required: true}),
    many({name: 'conditions', title: 'Conditions', description: 'All when empty.', to: ['condition']}),
  ],
  preview: {select: {title: 'name', subtitle: 'offers'}},
})
