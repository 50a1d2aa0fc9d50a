import { __, _n, sprintf } from '@wordpress/i18n';
import { CheckField, SelectField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import { kindWord } from '../../../settings/kinds';
import {
	COMPANY_DAYS,
	SHOPPER_KINDS,
	withShopperKind,
} from '../../../settings/shopper';
import type { SettingsForm } from '../../../settings/useSettings';

export function ShopperSection( { form }: { form: SettingsForm } ) {
	const { kinds, company_days: days } = form.value.shopper;
	return (
		<Section
			title={ __( 'What your customers can download', 'orderinvoicer' ) }
			intro={ __(
				'Shown with the order in My account, on the confirmation page and behind a guest’s order link, once the document is final. Drafts are never shown. The file comes from Sellsy when somebody downloads it; nothing is kept in the shop.',
				'orderinvoicer'
			) }
		>
			<div className="orderinvoicer-stack orderinvoicer-stack--tight">
				{ SHOPPER_KINDS.map( ( kind ) => (
					<CheckField
						key={ kind }
						label={ kindWord( kind ) }
						checked={ kinds.includes( kind ) }
						onChange={ ( isGiven ) =>
							form.editGroup( 'shopper', {
								kinds: withShopperKind( kinds, kind, isGiven ),
							} )
						}
					/>
				) ) }
			</div>
			<SelectField
				label={ __(
					'Customers may ask for the invoice in their company’s name',
					'orderinvoicer'
				) }
				help={ __(
					'With the order they then find “Ask for an invoice in my company’s name”. You get a task and accept or refuse; until you accept, nothing changes.',
					'orderinvoicer'
				) }
				value={ String( days ) }
				options={ [ ...new Set( [ ...COMPANY_DAYS, days ] ) ]
					.sort( ( one, other ) => one - other )
					.map( ( choice ) => ( {
						value: String( choice ),
						label: daysWord( choice ),
					} ) ) }
				onChange={ ( choice ) =>
					form.editGroup( 'shopper', {
						company_days: Number( choice ),
					} )
				}
			/>
		</Section>
	);
}

const daysWord = ( days: number ): string =>
	days === 0
		? __( 'Never', 'orderinvoicer' )
		: sprintf(
				/* translators: %d: number of days. */
				_n(
					'Until %d day after the order',
					'Until %d days after the order',
					days,
					'orderinvoicer'
				),
				days
			);
