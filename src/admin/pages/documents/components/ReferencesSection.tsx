import { __ } from '@wordpress/i18n';
import { TextField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import type { Shop } from '../../../../schemas/shop';
import type { SettingsForm } from '../../../settings/useSettings';

type ReferencesSectionProps = { form: SettingsForm; shop: Shop };

/** What all documents share. */
export function ReferencesSection( { form, shop }: ReferencesSectionProps ) {
	return (
		<Section title={ __( 'For all documents', 'orderinvoicer' ) }>
			<TextField
				label={ __( 'Shop code', 'orderinvoicer' ) }
				help={
					shop.shop_code_fixed
						? __(
								'Begins every reference at Sellsy. It has been used and can no longer be changed.',
								'orderinvoicer'
							)
						: __(
								'2 to 8 capital letters or digits. Begins every reference at Sellsy, so that several shops can share one account. Fixed once used.',
								'orderinvoicer'
							)
				}
				error={ form.errors[ 'shop_code' ] }
				value={ form.value.shop_code }
				disabled={ shop.shop_code_fixed }
				maxLength={ 8 }
				onChange={ ( code ) =>
					form.edit( { shop_code: code.toUpperCase() } )
				}
				className="orderinvoicer-short"
			/>
		</Section>
	);
}
