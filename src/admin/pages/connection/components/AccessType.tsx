import { __ } from '@wordpress/i18n';
import { RadioField } from '../../../../components/fields';
import type { CredentialsType } from '../../../../generated/schemas';

type Props = {
	value: CredentialsType;
	onChange: ( value: CredentialsType ) => void;
};

/** The two ways side by side. */
export function AccessType( props: Props ) {
	return (
		<div className="orderinvoicer-ways">
			<RadioField
				label={ __( 'How to connect', 'orderinvoicer' ) }
				options={ [
					{
						value: 'personal',
						label: __( 'Personal access', 'orderinvoicer' ),
						description: __(
							'Recommended, and the simplest: two keys, and it is done. You need the right to create an API access at Sellsy. The shop acts as the person chosen there, until you delete the access.',
							'orderinvoicer'
						),
					},
					{
						value: 'private',
						label: __( 'Private access', 'orderinvoicer' ),
						description: __(
							'Two keys, a redirect URL to copy, and a page of Sellsy that asks for permission. The shop acts as the person who gives it, and that person can withdraw it.',
							'orderinvoicer'
						),
					},
				] }
				{ ...props }
			/>
		</div>
	);
}
