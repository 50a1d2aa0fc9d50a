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
			<ReferenceExamples code={ form.value.shop_code } />
		</Section>
	);
}

/** What the code is for, with what Sellsy will show. */
function ReferenceExamples( { code }: { code: string } ) {
	const examples = [
		{
			reference: `${ code }-1207`,
			what: __( 'the document of order 1207', 'orderinvoicer' ),
		},
		{
			reference: `${ code }-1207/R1`,
			what: __( 'the one issued in its place', 'orderinvoicer' ),
		},
		{
			reference: `${ code }-1207/A1315`,
			what: __( 'the credit note of its refund 1315', 'orderinvoicer' ),
		},
		{
			reference: `${ code }-C58`,
			what: __( 'the customer with the account 58', 'orderinvoicer' ),
		},
	];
	return (
		<div className="orderinvoicer-stack orderinvoicer-stack--tight">
			<p>
				{ __(
					'The code begins every reference that this shop writes at Sellsy:',
					'orderinvoicer'
				) }
			</p>
			<ul className="orderinvoicer-list">
				{ examples.map( ( { reference, what } ) => (
					<li key={ what }>
						<code dir="ltr">{ reference }</code>
						{ ' – ' }
						{ what }
					</li>
				) ) }
			</ul>
			<p className="orderinvoicer-muted">
				{ __(
					'A document whose creation got no answer is found again by its reference. So each shop on the same Sellsy account needs a code of its own, also a copy of this shop that makes documents; you are told when another one is seen with this code.',
					'orderinvoicer'
				) }
			</p>
		</div>
	);
}
