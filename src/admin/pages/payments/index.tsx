import { __ } from '@wordpress/i18n';
import { getOrderUsage, getPaymentMethods } from '../../../api/endpoints';
import { useResource, type View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { MethodsSection } from './components/MethodsSection';
import { PaymentsSection } from './components/PaymentsSection';
import { RefundsSection } from './components/RefundsSection';
import { TalkBackSection } from './components/TalkBackSection';

type PaymentsPageProps = {
	settings: View< SettingsForm >;
};

export function PaymentsPage( { settings }: PaymentsPageProps ) {
	const methods = useResource( getPaymentMethods );
	const usage = useResource( getOrderUsage );
	return (
		<ResourceView
			view={ settings }
			loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
		>
			{ ( form ) => (
				<>
					<PaymentsSection
						form={ form }
						gateways={
							methods.resource.status === 'ready'
								? methods.resource.data.gateways
								: []
						}
					/>
					<MethodsSection
						form={ form }
						lists={ methods }
						usage={ usage }
					/>
					{ /* The list would push it down. */ }
					{ methods.resource.status !== 'loading' && (
						<>
							<TalkBackSection form={ form } />
							<RefundsSection form={ form } />
						</>
					) }
					<SaveBar form={ form } />
				</>
			) }
		</ResourceView>
	);
}
