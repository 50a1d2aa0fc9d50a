import { __ } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import type { Shop } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { Setting } from '../../../settings/Setting';

type ProformaSectionProps = { form: SettingsForm; shop: Shop };

/** Sellsy keeps no payments of proformas: their steps may say how far an order is. */
export function ProformaSection( { form, shop }: ProformaSectionProps ) {
	const { proforma, talk_back: set } = form.value;
	if (
		! proforma.enabled &&
		set.proforma_accepted === '' &&
		set.proforma_invoiced === ''
	) {
		return null;
	}
	return (
		<Section
			title={ __(
				'When a proforma moves on in Sellsy',
				'orderinvoicer'
			) }
			intro={ __(
				'Only an order that awaits its payment follows. What comes from Sellsy is not sent back there; what your other settings make of the new status is made as for every order. Only where the invoice was made in Sellsy is none made here: the order then asks you which one counts.',
				'orderinvoicer'
			) }
		>
			<Setting
				name="talk_back.proforma_accepted"
				form={ form }
				label={ __( 'It was accepted', 'orderinvoicer' ) }
			>
				<SelectField
					label={ __( 'It was accepted', 'orderinvoicer' ) }
					value={ set.proforma_accepted }
					options={ choices( shop, set.proforma_accepted ) }
					help={ help( shop, set.proforma_accepted ) }
					onChange={ ( status ) =>
						form.editGroup( 'talk_back', {
							proforma_accepted: status,
						} )
					}
				/>
			</Setting>
			<Setting
				name="talk_back.proforma_invoiced"
				form={ form }
				label={ __( 'It was invoiced', 'orderinvoicer' ) }
			>
				<SelectField
					label={ __( 'It was invoiced', 'orderinvoicer' ) }
					value={ set.proforma_invoiced }
					options={ choices( shop, set.proforma_invoiced ) }
					help={ help( shop, set.proforma_invoiced ) }
					onChange={ ( status ) =>
						form.editGroup( 'talk_back', {
							proforma_invoiced: status,
						} )
					}
				/>
			</Setting>
		</Section>
	);
}

/** WooCommerce dates the payment of an order that comes into such a status. */
function help( { order_statuses: statuses }: Shop, set: string ) {
	return statuses.some( ( { slug, paid } ) => slug === set && paid )
		? __(
				'WooCommerce counts this status as paid. The order is kept as accepted, not paid, until its money is there.',
				'orderinvoicer'
			)
		: undefined;
}

/** No step of a proforma says that a sale is off. */
const NO_SALE = [ 'refunded', 'cancelled', 'failed', 'trash', 'auto-draft' ];

/** A status that is set but no longer there is still shown. */
function choices( { order_statuses: statuses }: Shop, set: string ) {
	const isGone =
		set !== '' && ! statuses.some( ( { slug } ) => slug === set );
	return [
		{
			value: '',
			label: __( 'The order stays as it is', 'orderinvoicer' ),
		},
		...statuses
			.filter( ( { slug } ) => ! NO_SALE.includes( slug ) )
			.map( ( { slug, label } ) => ( { value: slug, label } ) ),
		...( isGone ? [ { value: set, label: set } ] : [] ),
	];
}
