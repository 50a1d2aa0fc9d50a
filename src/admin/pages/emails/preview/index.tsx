import { Button, Modal } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { getEmailPreview } from '../../../../api/emailEndpoints';
import { useResource } from '../../../../api/useResource';
import { Failure, Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import type { EmailPreview } from '../../../../generated/schemas';
import { type EmailTest, useTest } from './useTest';

type PreviewModalProps = {
	/** WooCommerce's. */
	id: string;
	/** Something of the page is not saved: it is not in here. */
	isUnsaved: boolean;
	onClose: () => void;
};

/** An e-mail as it is received, about an order that WooCommerce makes up. */
export function PreviewModal( { id, isUnsaved, onClose }: PreviewModalProps ) {
	const load = useCallback(
		( signal: AbortSignal ) => getEmailPreview( id, signal ),
		[ id ]
	);
	const view = useResource( load );
	const { resource } = view;
	return (
		<Modal
			className="orderinvoicer-preview"
			title={
				resource.status === 'ready'
					? resource.data.title
					: __( 'Preview', 'orderinvoicer' )
			}
			onRequestClose={ onClose }
			size="large"
		>
			<ResourceView
				view={ view }
				loadingLabel={ __( 'Reading the e-mail…', 'orderinvoicer' ) }
			>
				{ ( email ) => (
					<Preview email={ email } isUnsaved={ isUnsaved } />
				) }
			</ResourceView>
		</Modal>
	);
}

function Preview( {
	email,
	isUnsaved,
}: {
	email: EmailPreview;
	isUnsaved: boolean;
} ) {
	const test = useTest( email.id );
	return (
		<div className="orderinvoicer-stack orderinvoicer-stack--tight">
			<div className="orderinvoicer-preview__about">
				<p>
					{ __(
						'An example: nothing of it has happened.',
						'orderinvoicer'
					) }{ ' ' }
					{ isUnsaved &&
						__(
							'What you have changed shows once it is saved.',
							'orderinvoicer'
						) }
				</p>
				<dl className="orderinvoicer-preview__facts">
					<dt>{ __( 'Subject', 'orderinvoicer' ) }</dt>
					<dd>{ email.subject }</dd>
					<dt>{ __( 'Attached', 'orderinvoicer' ) }</dt>
					<dd>
						{ email.attachments.length === 0
							? __( 'No file', 'orderinvoicer' )
							: email.attachments.join( ', ' ) }
					</dd>
				</dl>
				<div className="orderinvoicer-actions">
					<Button
						variant="primary"
						__next40pxDefaultSize
						disabled={ test.state.status === 'running' }
						accessibleWhenDisabled
						onClick={ test.test }
					>
						{ __( 'Send me a test', 'orderinvoicer' ) }
					</Button>
					<span className="orderinvoicer-muted">
						{ sprintf(
							/* translators: %s: e-mail address. */
							__( 'To %s alone', 'orderinvoicer' ),
							email.to
						) }
					</span>
				</div>
				<Outcome test={ test } />
			</div>
			<iframe
				className="orderinvoicer-preview__frame"
				title={ sprintf(
					/* translators: %s: name of an e-mail, such as Completed order. */
					__( 'The e-mail “%s”', 'orderinvoicer' ),
					email.title
				) }
				src={ email.url }
				sandbox="allow-popups allow-popups-to-escape-sandbox"
			/>
		</div>
	);
}

function Outcome( { test: { state, tested } }: { test: EmailTest } ) {
	if ( state.status === 'failed' ) {
		return <Failure error={ state.error } />;
	}
	if ( tested === null ) {
		return null;
	}
	return tested.sent ? (
		<Message status="success">
			<p>
				{ sprintf(
					/* translators: %s: e-mail address. */
					__(
						'Example sent to %s. Nothing there? Look into the spam folder, then ask your host.',
						'orderinvoicer'
					),
					tested.to
				) }
			</p>
		</Message>
	) : (
		<Message status="error">
			<p>
				{ sprintf(
					/* translators: %s: e-mail address. */
					__(
						'This site could not send it to %s. Check the address in your profile; if it is right, the site cannot send e-mails at all: ask your host, or use a plugin that sends through a mail service.',
						'orderinvoicer'
					),
					tested.to
				) }
			</p>
		</Message>
	);
}
