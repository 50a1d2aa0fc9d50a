import { __, sprintf } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import { CheckField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import type {
	CustomerEmail,
	CustomerEmails,
	Shop,
} from '../../../../generated/schemas';
import { withCustomerEmail } from '../../../settings/customerEmails';
import type { SettingsForm } from '../../../settings/useSettings';
import { hrefOf } from '../../../useRoute';
import { DoubledEmails } from './DoubledEmails';
import { WhenTheyLeave } from './WhenTheyLeave';

type CustomerEmailsSectionProps = {
	form: SettingsForm;
	emails: View< CustomerEmails >;
	shop: View< Shop >;
};

export function CustomerEmailsSection( {
	form,
	emails,
	shop,
}: CustomerEmailsSectionProps ) {
	const loadingLabel = __( 'Reading the e-mails…', 'orderinvoicer' );
	const { emails: ticked } = form.value.customer_emails;
	return (
		<Section
			title={ __(
				'Documents in the e-mails to your customers',
				'orderinvoicer'
			) }
			intro={ __(
				'WooCommerce’s e-mails that you tick get a link to each document of the order that your customers may download. Where the invoice is still to come, they say so, with a link to the page of the order.',
				'orderinvoicer'
			) }
		>
			<ResourceView view={ emails } loadingLabel={ loadingLabel }>
				{ ( { emails: list } ) => (
					<ResourceView view={ shop } loadingLabel={ loadingLabel }>
						{ ( facts ) => (
							<>
								{ ticked.length > 0 &&
									form.value.shopper.kinds.length === 0 && (
										<NothingToDownload />
									) }
								<div className="orderinvoicer-stack orderinvoicer-stack--tight">
									{ list.map( ( email ) => (
										<EmailField
											key={ email.id }
											email={ email }
											form={ form }
										/>
									) ) }
								</div>
								{ ticked.length > 0 && (
									<WhenTheyLeave form={ form } />
								) }
								{ ticked.length > 0 && (
									<DoubledEmails
										form={ form }
										shop={ facts }
									/>
								) }
							</>
						) }
					</ResourceView>
				) }
			</ResourceView>
		</Section>
	);
}

function NothingToDownload() {
	return (
		<Message status="warning">
			<p>
				{ __(
					'Your customers cannot download anything yet, so these e-mails stay as they are.',
					'orderinvoicer'
				) }{ ' ' }
				<a href={ hrefOf( 'documents' ) }>
					{ __( 'Choose what they can download', 'orderinvoicer' ) }
				</a>
			</p>
		</Message>
	);
}

type EmailFieldProps = { email: CustomerEmail; form: SettingsForm };

function EmailField( { email, form }: EmailFieldProps ) {
	const { emails } = form.value.customer_emails;
	return (
		<CheckField
			label={ email.title }
			help={
				email.enabled ? undefined : (
					<>
						{ __(
							'WooCommerce does not send this e-mail: it is switched off there.',
							'orderinvoicer'
						) }{ ' ' }
						<a href={ email.url }>
							{ sprintf(
								/* translators: %s: name of an e-mail, such as Completed order. */
								__(
									'Settings of “%s” in WooCommerce',
									'orderinvoicer'
								),
								email.title
							) }
						</a>
					</>
				)
			}
			checked={ emails.includes( email.id ) }
			onChange={ ( isTicked ) =>
				form.editGroup( 'customer_emails', {
					emails: withCustomerEmail( emails, email.id, isTicked ),
				} )
			}
		/>
	);
}
