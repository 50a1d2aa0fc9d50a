import { __, _n, sprintf } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { fetched } from '../../../components/fetched';
import { SelectField } from '../../../components/fields';
import { Fold } from '../../../components/Fold';
import { ResourceView } from '../../../components/ResourceView';
import { Section } from '../../../components/Section';
import { COMPANY_DAYS } from '../../settings/shopper';
import { SaveBar } from '../../settings/SaveBar';
import { CheckSetting } from '../../settings/CheckSetting';
import type { SettingsForm } from '../../settings/useSettings';
import { ChoicesSection } from './components/ChoicesSection';
import { MatchingSection } from './components/MatchingSection';
import { Setting } from '../../settings/Setting';

type CustomersPageProps = { settings: View< SettingsForm > };

const Links = fetched( async () => {
	const { CustomerLinks } = await import(
		/* webpackChunkName: "customer-links" */ './components/CustomerLinks'
	);
	return CustomerLinks;
} );

export const CustomersPage = ( { settings }: CustomersPageProps ) => (
	<>
		<MatchingSection />
		<ChoicesSection />
		<ResourceView
			view={ settings }
			loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
		>
			{ ( form ) => (
				<>
					<NumbersSection form={ form } />
					<RequestsSection form={ form } />
					<Fold
						title={ __( 'Remembered customers', 'orderinvoicer' ) }
						holds="known"
					>
						<Links />
					</Fold>
					<SaveBar form={ form } />
				</>
			) }
		</ResourceView>
	</>
);

function NumbersSection( { form }: { form: SettingsForm } ) {
	return (
		<Section title={ __( 'Numbers of companies', 'orderinvoicer' ) }>
			<CheckSetting
				name="checkout_numbers"
				holds="checkout_company_box"
				form={ form }
				isAsked
				label={ __(
					'Ask companies for their numbers at checkout',
					'orderinvoicer'
				) }
				help={ __(
					'Adds optional fields for SIREN or SIRET and VAT number. Their invoices then carry them, as e-invoicing will ask for.',
					'orderinvoicer'
				) }
				onChange={ ( value ) =>
					// Whoever begins now begins with the box; who had fields before keeps them until they choose.
					form.edit( {
						checkout_numbers: value,
						checkout_company_box: value,
					} )
				}
			/>
			{ form.value.checkout_numbers && (
				<CheckSetting
					name="checkout_company_box"
					form={ form }
					isAsked
					label={ __(
						'Ask only those who tick “I buy for a company”',
						'orderinvoicer'
					) }
					help={ __(
						'A box at checkout. It opens company name, SIREN or SIRET, VAT number and the customer’s own order number, which stands on the invoice as its order reference. A private person is asked for nothing.',
						'orderinvoicer'
					) }
				/>
			) }
		</Section>
	);
}

/** Companies that did not say so at checkout. */
function RequestsSection( { form }: { form: SettingsForm } ) {
	const { company_days: days } = form.value.shopper;
	return (
		<Section title={ __( 'Invoices asked for later', 'orderinvoicer' ) }>
			<Setting name="shopper.company_days">
				<SelectField
					label={ __(
						'Customers may ask for the invoice in their company’s name',
						'orderinvoicer'
					) }
					help={ __(
						'With the order they then find “Ask for an invoice in my company’s name”. You get a task and accept or refuse; until you accept, nothing changes.',
						'orderinvoicer'
					) }
					value={ String( days ) }
					options={ [ ...new Set( [ ...COMPANY_DAYS, days ] ) ]
						.sort( ( one, other ) => one - other )
						.map( ( choice ) => ( {
							value: String( choice ),
							label: daysWord( choice ),
						} ) ) }
					onChange={ ( choice ) =>
						form.editGroup( 'shopper', {
							company_days: Number( choice ),
						} )
					}
				/>
			</Setting>
		</Section>
	);
}

const daysWord = ( days: number ): string =>
	days === 0
		? __( 'Never', 'orderinvoicer' )
		: sprintf(
				/* translators: %d: number of days. */
				_n(
					'Until %d day after the order',
					'Until %d days after the order',
					days,
					'orderinvoicer'
				),
				days
			);
