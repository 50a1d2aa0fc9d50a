import { __ } from '@wordpress/i18n';
import { getOwnerEmails } from '../../../api/endpoints';
import { useResource, type View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { OwnerEmailsSection } from './components/OwnerEmailsSection';

type EmailsPageProps = { settings: View< SettingsForm > };

export function EmailsPage( { settings }: EmailsPageProps ) {
	const emails = useResource( getOwnerEmails );
	return (
		<ResourceView
			view={ settings }
			loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
		>
			{ ( form ) => (
				<>
					<OwnerEmailsSection form={ form } emails={ emails } />
					<SaveBar form={ form } />
				</>
			) }
		</ResourceView>
	);
}
