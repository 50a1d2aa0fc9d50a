import { __ } from '@wordpress/i18n';
import type { CustomerEmails, Shop } from '../../../../generated/schemas';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { doublesOf, type Row, rowsOf } from '../rows';
import { Carried } from './Carried';
import { DownloadsSection } from './DownloadsSection';
import { RowLine, type RowProps } from './RowLine';

type CustomerSectionProps = Omit< RowProps, 'preview' > & {
	emails: CustomerEmails;
	shop: Shop;
};

export function CustomerSection( {
	emails,
	shop,
	...given
}: CustomerSectionProps ) {
	const { form, switches } = given;
	const { sent, byHand } = rowsOf( form.value, emails, shop );
	const doubles = doublesOf( sent, form.value, switches.isOn );
	const line = ( row: Row ) => (
		<RowLine
			key={ row.key }
			row={ row }
			earlier={ doubles.get( row.key ) }
			preview={ emails.preview }
			{ ...given }
		/>
	);
	return (
		<Section
			setting="customer_emails.emails"
			title={ __( 'What your customers get', 'orderinvoicer' ) }
			intro={
				emails.preview === 'here' &&
				__(
					'In the order in which they leave. Open a name to see the e-mail as it is received, and to send yourself a test.',
					'orderinvoicer'
				)
			}
		>
			<Nothing form={ form } />
			<Carried form={ form } />
			<ul className="orderinvoicer-emails">{ sent.map( line ) }</ul>
			{ sent.some( ( { from } ) => from === 'sellsy' ) && (
				<p className="orderinvoicer-muted">
					{ __(
						'Sellsy’s e-mails cannot be shown here: they follow the templates of your Sellsy account.',
						'orderinvoicer'
					) }
				</p>
			) }
			{ byHand.length > 0 && (
				<details className="orderinvoicer-more">
					<summary>
						{ __(
							'E-mails that you send by hand',
							'orderinvoicer'
						) }
					</summary>
					<ul className="orderinvoicer-emails">
						{ byHand.map( line ) }
					</ul>
				</details>
			) }
			<DownloadsSection form={ form } />
		</Section>
	);
}

function Nothing( { form: { value } }: Pick< RowProps, 'form' > ) {
	const { emails } = value.customer_emails;
	return emails.length > 0 && value.shopper.kinds.length === 0 ? (
		<Message status="warning">
			<p>
				{ __(
					'Your customers cannot download anything yet, so WooCommerce’s e-mails stay as they are. Choose below what they can download.',
					'orderinvoicer'
				) }
			</p>
		</Message>
	) : null;
}
