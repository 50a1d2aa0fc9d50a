import { __ } from '@wordpress/i18n';
import { CheckSetting } from '../../../settings/CheckSetting';
import { ShopCodeField, type ShopCodeFieldProps } from './ShopCodeField';

/** By what its documents are found at Sellsy, and what is left when the plugin goes. */
export const OwnData = ( { form, shop }: ShopCodeFieldProps ) => (
	<>
		<ShopCodeField form={ form } shop={ shop } />
		<ReferenceExamples code={ form.value.shop_code } />
		<CheckSetting
			name="delete_data_on_uninstall"
			form={ form }
			label={ __(
				'Delete all data when the plugin is deleted',
				'orderinvoicer'
			) }
			help={ __(
				'Keys are always deleted. With this, so are these settings and the record of what was invoiced: a later installation would not know it any more.',
				'orderinvoicer'
			) }
		/>
	</>
);

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
