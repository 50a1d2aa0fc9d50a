import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Settings } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { Setting } from '../../../settings/Setting';
import { Choice } from '../../essentials/components/Choice';

type Documents = Settings[ 'customer_emails' ][ 'documents' ];

const ERROR = 'orderinvoicer-emails-minutes';

/** One choice for all of WooCommerce's e-mails. */
export function Carried( { form }: { form: SettingsForm } ) {
	const { emails, documents } = form.value.customer_emails;
	if ( emails.length === 0 ) {
		return null;
	}
	const label = __( 'What do WooCommerce’s e-mails carry?', 'orderinvoicer' );
	return (
		<div className="orderinvoicer-emails__carried">
			<Setting
				name="customer_emails.documents"
				holds="customer_emails.minutes"
				form={ form }
				label={ label }
			>
				<p>
					{ createInterpolateElement(
						/* translators: <what/> is a choice such as "a link, at once". */
						__(
							'WooCommerce’s e-mails that are on carry <what/>',
							'orderinvoicer'
						),
						{
							what: (
								<Choice< Documents >
									label={ label }
									value={ documents }
									options={ options() }
									onChange={ ( chosen ) =>
										form.editGroup( 'customer_emails', {
											documents: chosen,
										} )
									}
								/>
							),
						}
					) }
				</p>
			</Setting>
			{ documents === 'attach' && (
				<p className="orderinvoicer-muted">
					{ __(
						'The PDF goes with the first of them alone: the next ones lead to it by a link.',
						'orderinvoicer'
					) }
				</p>
			) }
			{ documents === 'link' ? (
				<p className="orderinvoicer-muted">
					{ __(
						'Where the invoice is still to come, they say so, with a link to the page of the order.',
						'orderinvoicer'
					) }
				</p>
			) : (
				<Minutes form={ form } />
			) }
		</div>
	);
}

const options = () => [
	{ value: 'link' as const, label: __( 'a link, at once', 'orderinvoicer' ) },
	{
		value: 'wait' as const,
		label: __( 'a link, once the document is there', 'orderinvoicer' ),
	},
	{
		value: 'attach' as const,
		label: __( 'the document as a PDF', 'orderinvoicer' ),
	},
];

/** Only where they wait. */
function Minutes( { form }: { form: SettingsForm } ) {
	const error = form.errors[ 'customer_emails.minutes' ];
	return (
		<Setting
			name="customer_emails.minutes"
			form={ form }
			label={ __(
				'They wait for so many minutes at most',
				'orderinvoicer'
			) }
		>
			<p>
				{ createInterpolateElement(
					/* translators: <minutes/> is a number. */
					__(
						'They wait for it for <minutes/> minutes at most.',
						'orderinvoicer'
					),
					{
						minutes: (
							<input
								type="number"
								className="orderinvoicer-choice"
								aria-label={ __(
									'They wait for so many minutes at most',
									'orderinvoicer'
								) }
								aria-invalid={ error !== undefined }
								aria-describedby={ ERROR }
								min={ 1 }
								max={ 60 }
								value={ String(
									form.value.customer_emails.minutes
								) }
								onChange={ ( { target } ) =>
									form.editGroup( 'customer_emails', {
										minutes: Number( target.value ),
									} )
								}
							/>
						),
					}
				) }
			</p>
			<p
				id={ ERROR }
				className={
					error === undefined
						? 'orderinvoicer-muted'
						: 'orderinvoicer-emails__error'
				}
			>
				{ error ??
					__(
						'If the document is not there by then, the e-mail leaves without it. Only e-mails that WooCommerce sends by itself wait, and only for a document that is made final just then.',
						'orderinvoicer'
					) }
			</p>
		</Setting>
	);
}
