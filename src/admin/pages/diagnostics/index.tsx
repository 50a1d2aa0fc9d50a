import { __ } from '@wordpress/i18n';
import { getDiagnostics } from '../../../api/endpoints';
import { isRefreshing, useResource, type View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import { AccountTrial } from '../../doctor/AccountTrial';
import type { SettingsForm } from '../../settings/useSettings';
import { hrefOf } from '../../useRoute';
import { useLoopbackTest } from '../../status/useLoopbackTest';
import { HealthSection } from './components/HealthSection';
import { LogSection } from './components/LogSection';
import { SupportSection } from './components/SupportSection';

/** Whether all is well, and what to send to people who help. */
type DiagnosticsPageProps = {
	settings: View< SettingsForm >;
	/** The banner speaks of the speed too. */
	onChanged: () => void;
};

export function DiagnosticsPage( {
	settings,
	onChanged,
}: DiagnosticsPageProps ) {
	const view = useResource( getDiagnostics );
	const { resource, reload } = view;
	const loopback = useLoopbackTest( () => {
		reload();
		onChanged();
	} );
	return (
		<>
			<ResourceView
				view={ view }
				loadingLabel={ __( 'Looking at everything…', 'orderinvoicer' ) }
			>
				{ ( diagnostics ) => (
					<>
						<HealthSection
							checks={ diagnostics.health }
							isLooking={ isRefreshing( resource ) }
							onLook={ reload }
							loopback={ loopback }
						/>
						<AccountTrial
							connectionHref={ hrefOf( 'connection' ) }
						/>
						<SupportSection diagnostics={ diagnostics } />
					</>
				) }
			</ResourceView>
			{ /* It needs nothing of what comes above it, and would be pushed down by it. */ }
			{ resource.status !== 'loading' && (
				<ResourceView
					view={ settings }
					loadingLabel={ __(
						'Reading the settings…',
						'orderinvoicer'
					) }
				>
					{ ( form ) => <LogSection form={ form } /> }
				</ResourceView>
			) }
		</>
	);
}
