import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import { ShopCodeField, type ShopCodeFieldProps } from './ShopCodeField';

/** What all documents share. */
export function ReferencesSection( { form, shop }: ShopCodeFieldProps ) {
	return (
		<Section title={ __( 'For all documents', 'orderinvoicer' ) }>
			<ShopCodeField form={ form } shop={ shop } />
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
