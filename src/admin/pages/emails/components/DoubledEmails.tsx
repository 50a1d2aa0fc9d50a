import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import type { Shop } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { hrefOf } from '../../../useRoute';

type DoubledEmailsProps = { form: SettingsForm; shop: Shop };

/** An e-mail of its own brings the same document to the same customer. */
export function DoubledEmails( { form, shop }: DoubledEmailsProps ) {
	const isSellsys = form.value.invoice.email || form.value.creditnote.email;
	const isOurs = shop.emails.some( ( { enabled } ) => enabled );
	if ( ! isSellsys && ! isOurs ) {
		return null;
	}
	return (
		<Message status="info">
			{ isSellsys && (
				<p>
					{ __(
						'Sellsy also e-mails documents to your customers: they get both.',
						'orderinvoicer'
					) }{ ' ' }
					<a href={ hrefOf( 'documents' ) }>
						{ __( 'See the documents', 'orderinvoicer' ) }
					</a>
				</p>
			) }
			{ isOurs && (
				<p>
					{ __(
						'The shop also sends an e-mail of its own once a document is final: your customers get both.',
						'orderinvoicer'
					) }{ ' ' }
					<a href={ hrefOf( 'documents' ) }>
						{ __( 'See the documents', 'orderinvoicer' ) }
					</a>
				</p>
			) }
		</Message>
	);
}
