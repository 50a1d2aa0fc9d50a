import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { getOwnerEmails } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import { Message } from '../../../../components/Message';
import { hrefOf } from '../../../useRoute';

type EmailsOfferProps = { onDismiss: () => void };

/** A site that was updated has them off: who looks here may want to be told. */
export function EmailsOffer( { onDismiss }: EmailsOfferProps ) {
	const [ isDismissed, setIsDismissed ] = useState( wasDismissed );
	return isDismissed ? null : (
		<Offer
			onDismiss={ () => {
				rememberDismissed();
				setIsDismissed( true );
				onDismiss();
			} }
		/>
	);
}

function Offer( { onDismiss }: EmailsOfferProps ) {
	const { resource } = useResource( getOwnerEmails );
	const emails = resource.status === 'ready' ? resource.data.emails : [];
	if ( emails.length === 0 || emails.some( ( { enabled } ) => enabled ) ) {
		return null;
	}
	return (
		<Message
			status="info"
			actions={
				<>
					<Button
						variant="secondary"
						size="compact"
						href={ hrefOf( 'emails' ) }
					>
						{ __( 'See the e-mails', 'orderinvoicer' ) }
					</Button>
					<Button
						variant="tertiary"
						size="compact"
						onClick={ onDismiss }
					>
						{ __( 'No, thank you', 'orderinvoicer' ) }
					</Button>
				</>
			}
		>
			<p>
				{ __(
					'You can be told by e-mail when everything stands still, and once a day what needs you. Both are off.',
					'orderinvoicer'
				) }
			</p>
		</Message>
	);
}

const NAME = 'orderinvoicer-emails-offer';

/** Sites of a network share their origin. */
const keyHere = () => `${ NAME } ${ window.location.pathname }`;

/** A browser may forbid it; it is then offered again. */
function wasDismissed(): boolean {
	try {
		return window.localStorage.getItem( keyHere() ) !== null;
	} catch {
		return false;
	}
}

function rememberDismissed(): void {
	try {
		window.localStorage.setItem( keyHere(), '1' );
	} catch {
		// As above.
	}
}
