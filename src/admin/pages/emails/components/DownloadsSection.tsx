import { __ } from '@wordpress/i18n';
import { CheckField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import { kindWord } from '../../../settings/kinds';
import { SHOPPER_KINDS, withShopperKind } from '../../../settings/shopper';
import type { SettingsForm } from '../../../settings/useSettings';

export function DownloadsSection( { form }: { form: SettingsForm } ) {
	const { kinds } = form.value.shopper;
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
		</Section>
	);
}
