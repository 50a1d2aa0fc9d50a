import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import type { PaymentMethods } from '../../../schemas/payments';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { MethodsSection } from './components/MethodsSection';
import { PaymentsSection } from './components/PaymentsSection';
import { RefundsSection } from './components/RefundsSection';

type PaymentsPageProps = {
	settings: View< SettingsForm >;
	methods: View< PaymentMethods >;
};

export function PaymentsPage( { settings, methods }: PaymentsPageProps ) {
	return (
		<ResourceView
			view={ settings }
			loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
		>
			{ ( form ) => (
				<>
					<PaymentsSection form={ form } />
					<MethodsSection form={ form } lists={ methods } />
					<RefundsSection form={ form } />
					<SaveBar form={ form } />
				</>
			) }
		</ResourceView>
	);
}
