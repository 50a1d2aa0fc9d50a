import { __ } from '@wordpress/i18n';
import { TextField } from '../../../../components/fields';
import type { Shop } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { Setting } from '../../../settings/Setting';

export type ShopCodeFieldProps = { form: SettingsForm; shop: Shop };

export const ShopCodeField = ( { form, shop }: ShopCodeFieldProps ) => (
	<Setting name="shop_code">
		<TextField
			label={ __( 'Shop code', 'orderinvoicer' ) }
			help={
				shop.shop_code_fixed
					? __(
							'It has been used and can no longer be changed: you find the documents of this shop at Sellsy by it.',
							'orderinvoicer'
						)
					: __(
							'2 to 8 capital letters or digits. It can be changed until the first document; after that you find the documents of this shop at Sellsy by it.',
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
	</Setting>
);
