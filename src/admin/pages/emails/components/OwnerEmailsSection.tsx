import { __, sprintf } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import { SelectField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import type { OwnerEmails } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { OwnerEmailCard } from './OwnerEmailCard';

type OwnerEmailsSectionProps = {
	form: SettingsForm;
	emails: View< OwnerEmails >;
};

export function OwnerEmailsSection( {
	form,
	emails,
}: OwnerEmailsSectionProps ) {
	return (
		<Section
			title={ __( 'E-mails to you', 'orderinvoicer' ) }
			intro={ __(
				'So that nobody has to look here to know that something is wrong. They are e-mails of WooCommerce: there you switch them on and choose who gets them.',
				'orderinvoicer'
			) }
		>
			<ResourceView
				view={ emails }
				loadingLabel={ __( 'Reading the e-mails…', 'orderinvoicer' ) }
			>
				{ ( { emails: list, zone } ) => (
					<>
						{ list.length === 0 && (
							<Message status="warning">
								<p>
									{ __(
										'Other code of this site took them off WooCommerce’s list.',
										'orderinvoicer'
									) }
								</p>
							</Message>
						) }
						<ul className="orderinvoicer-causes">
							{ list.map( ( email ) => (
								<OwnerEmailCard
									key={ email.id }
									email={ email }
								/>
							) ) }
						</ul>
						<SelectField
							label={ __(
								'Hour of the daily e-mail',
								'orderinvoicer'
							) }
							help={ sprintf(
								/* translators: %s: time zone, such as Europe/Paris. */
								__(
									'It comes within a few minutes of that hour (%s), and only on days on which orders need you.',
									'orderinvoicer'
								),
								zone
							) }
							value={ String( form.value.digest_hour ) }
							options={ HOURS }
							onChange={ ( hour ) =>
								form.edit( { digest_hour: Number( hour ) } )
							}
						/>
					</>
				) }
			</ResourceView>
		</Section>
	);
}

const HOURS = Array.from( { length: 24 }, ( _, hour ) => ( {
	value: String( hour ),
	label: `${ String( hour ).padStart( 2, '0' ) }:00`,
} ) );
