import { __ } from '@wordpress/i18n';
import { TextAreaField, TextField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import type { Shop } from '../../../../schemas/shop';
import { placeholders } from '../placeholders';
import type { SettingsForm } from '../../../settings/useSettings';

type TextsSectionProps = { form: SettingsForm; shop: Shop };

export function TextsSection( { form, shop }: TextsSectionProps ) {
	const { invoice } = form.value;
	return (
		<Section title={ __( 'Texts and references', 'orderinvoicer' ) }>
			<TextField
				label={ __( 'Subject', 'orderinvoicer' ) }
				value={ invoice.subject }
				maxLength={ 255 }
				onChange={ ( subject ) => form.editInvoice( { subject } ) }
			/>
			<TextAreaField
				label={ __( 'Note', 'orderinvoicer' ) }
				value={ invoice.note }
				maxLength={ 2000 }
				onChange={ ( note ) => form.editInvoice( { note } ) }
			/>
			<PlaceholderHelp />
			<ShopCodeField form={ form } shop={ shop } />
		</Section>
	);
}

function PlaceholderHelp() {
	return (
		<div className="orderinvoicer-placeholders">
			<p>
				{ __(
					'Both texts may hold these words; each order puts its own in their place:',
					'orderinvoicer'
				) }
			</p>
			<ul>
				{ placeholders().map( ( [ word, meaning ] ) => (
					<li key={ word }>
						<code>{ `{${ word }}` }</code> { meaning }
					</li>
				) ) }
			</ul>
		</div>
	);
}

function ShopCodeField( { form, shop }: TextsSectionProps ) {
	return (
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
			error={ form.errors.shop_code }
			value={ form.value.shop_code }
			disabled={ shop.shop_code_fixed }
			maxLength={ 8 }
			onChange={ ( code ) =>
				form.edit( { shop_code: code.toUpperCase() } )
			}
			className="orderinvoicer-short"
		/>
	);
}
