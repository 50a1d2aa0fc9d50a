import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { CheckField } from '../../../../components/fields';
import { kindWord } from '../../../settings/kinds';
import { Setting } from '../../../settings/Setting';
import { SHOPPER_KINDS, withShopperKind } from '../../../settings/shopper';
import type { SettingsForm } from '../../../settings/useSettings';

/** Most shops give both or nothing; it stands open where the e-mails have nothing to lead to. */
export function DownloadsSection( { form }: { form: SettingsForm } ) {
	const { shopper, customer_emails: carried } = form.value;
	const [ isOpen, setOpen ] = useState(
		shopper.kinds.length === 0 && carried.emails.length > 0
	);
	return (
		<details
			className="orderinvoicer-more"
			open={ isOpen }
			onToggle={ ( event ) => setOpen( event.currentTarget.open ) }
		>
			<summary>
				{ __( 'What your customers can download', 'orderinvoicer' ) }
				<span className="orderinvoicer-muted orderinvoicer-more__set">
					{ shopper.kinds.length === 0
						? __( 'Nothing', 'orderinvoicer' )
						: shopper.kinds.map( kindWord ).join( ' · ' ) }
				</span>
			</summary>
			<div className="orderinvoicer-stack orderinvoicer-stack--tight">
				<p className="orderinvoicer-muted">
					{ __(
						'Shown with the order in My account, on the confirmation page and behind a guest’s order link, once the document is final. Drafts are never shown. The file comes from Sellsy when somebody downloads it; nothing is kept in the shop.',
						'orderinvoicer'
					) }
				</p>
				<Setting
					name="shopper.kinds"
					form={ form }
					label={ __(
						'What your customers can download',
						'orderinvoicer'
					) }
				>
					{ SHOPPER_KINDS.map( ( kind ) => (
						<CheckField
							key={ kind }
							label={ kindWord( kind ) }
							checked={ shopper.kinds.includes( kind ) }
							onChange={ ( isGiven ) =>
								form.editGroup( 'shopper', {
									kinds: withShopperKind(
										shopper.kinds,
										kind,
										isGiven
									),
								} )
							}
						/>
					) ) }
				</Setting>
			</div>
		</details>
	);
}
