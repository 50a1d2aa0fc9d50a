import { __, _n, sprintf } from '@wordpress/i18n';
import { RadioField, TextField } from '../../../../components/fields';
import type { SettingsForm } from '../../../settings/useSettings';

export function WhenTheyLeave( { form }: { form: SettingsForm } ) {
	const { documents, minutes } = form.value.customer_emails;
	return (
		<>
			<RadioField
				label={ __( 'When they leave', 'orderinvoicer' ) }
				value={ documents }
				options={ [
					{
						value: 'link',
						label: __( 'At once', 'orderinvoicer' ),
						description: __(
							'With a link to what is there by then.',
							'orderinvoicer'
						),
					},
					{
						value: 'wait',
						label: __(
							'Once the document is there, with a link to it',
							'orderinvoicer'
						),
						description: later( minutes ),
					},
					{
						value: 'attach',
						label: __(
							'Once the document is there, with its PDF attached',
							'orderinvoicer'
						),
						description: later( minutes ),
					},
				] }
				onChange={ ( chosen ) =>
					form.editGroup( 'customer_emails', { documents: chosen } )
				}
			/>
			{ documents !== 'link' && (
				<>
					<TextField
						label={ __(
							'They wait for so many minutes at most',
							'orderinvoicer'
						) }
						help={ __(
							'If the document is not there by then, the e-mail leaves without it.',
							'orderinvoicer'
						) }
						error={ form.errors[ 'customer_emails.minutes' ] }
						type="number"
						min={ 1 }
						max={ 60 }
						value={ String( minutes ) }
						onChange={ ( typed ) =>
							form.editGroup( 'customer_emails', {
								minutes: Number( typed ),
							} )
						}
					/>
					<p className="orderinvoicer-muted">
						{ __(
							'Only e-mails that WooCommerce sends by itself wait, and only for a document that is made final just then. What you send by hand, order details and notes, leaves at once.',
							'orderinvoicer'
						) }
					</p>
				</>
			) }
		</>
	);
}

const later = ( minutes: number ) =>
	sprintf(
		/* translators: %d: number of minutes. */
		_n(
			'Your customer gets this e-mail up to %d minute later.',
			'Your customer gets this e-mail up to %d minutes later.',
			minutes,
			'orderinvoicer'
		),
		minutes
	);
