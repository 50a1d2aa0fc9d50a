import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import type { Settings } from '../../../../generated/schemas';
import { CheckSetting, RadioSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';

type Items = Settings[ 'items' ];

export function ItemsSection( { form }: { form: SettingsForm } ) {
	const { items } = form.value;
	const edit = ( change: Partial< Items > ) =>
		form.editGroup( 'items', change );
	return (
		<Section
			title={ __( 'Products in Sellsy', 'orderinvoicer' ) }
			intro={ __(
				'Products are found by their SKU. Whatever is chosen here, a document always bills what the order charged.',
				'orderinvoicer'
			) }
		>
			<CheckSetting
				name="items.create"
				form={ form }
				label={ __(
					'Create products that Sellsy does not have',
					'orderinvoicer'
				) }
				help={ __(
					'With price, tax, description and weight from the shop. Without this, or without an SKU, the document has a free line.',
					'orderinvoicer'
				) }
			/>
			<CheckSetting
				name="items.variations"
				form={ form }
				label={ __(
					'Create variations that Sellsy does not have',
					'orderinvoicer'
				) }
				help={ __(
					'As products of their own, under the SKU of the variation. A declination that stands in Sellsy is always used.',
					'orderinvoicer'
				) }
			/>
			<RadioSetting
				name="items.existing"
				form={ form }
				label={ __(
					'Products that stand in Sellsy already',
					'orderinvoicer'
				) }
				value={ items.existing }
				options={ existingOptions() }
				onChange={ ( existing ) => edit( { existing } ) }
			/>
			<RadioSetting
				name="items.bundles"
				form={ form }
				label={ __( 'Bundles', 'orderinvoicer' ) }
				value={ items.bundles }
				options={ bundleOptions() }
				onChange={ ( bundles ) => edit( { bundles } ) }
			/>
		</Section>
	);
}

const existingOptions = (): Array< {
	value: Items[ 'existing' ];
	label: string;
	description: string;
} > => [
	{
		value: 'leave',
		label: __( 'Leave them alone', 'orderinvoicer' ),
		description: __( 'Sellsy is right.', 'orderinvoicer' ),
	},
	{
		value: 'fill',
		label: __( 'Fill what is blank', 'orderinvoicer' ),
		description: __(
			'What somebody wrote in Sellsy is kept.',
			'orderinvoicer'
		),
	},
	{
		value: 'update',
		label: __( 'Keep them as in the shop', 'orderinvoicer' ),
		description: __(
			'The shop is right: name, price and description are overwritten in Sellsy, at most once a day.',
			'orderinvoicer'
		),
	},
];

const bundleOptions = (): Array< {
	value: Items[ 'bundles' ];
	label: string;
	description: string;
} > => [
	{
		value: 'parent',
		label: __( 'One line for the bundle', 'orderinvoicer' ),
		description: __(
			'Its parts stand as text below it. A part with a price of its own keeps its line.',
			'orderinvoicer'
		),
	},
	{
		value: 'parts',
		label: __( 'One line for each part', 'orderinvoicer' ),
		description: __(
			'For stock that is kept by part in Sellsy.',
			'orderinvoicer'
		),
	},
];
