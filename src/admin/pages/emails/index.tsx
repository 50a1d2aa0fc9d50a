import { __ } from '@wordpress/i18n';
import { getCustomerEmails, getOwnerEmails } from '../../../api/endpoints';
import { useResource, type View } from '../../../api/useResource';
import { ResourceView } from '../../../components/ResourceView';
import type { Shop } from '../../../generated/schemas';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { CustomerEmailsSection } from './components/CustomerEmailsSection';
import { DownloadsSection } from './components/DownloadsSection';
import { OwnerEmailsSection } from './components/OwnerEmailsSection';

type EmailsPageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
};

export function EmailsPage( { settings, shop }: EmailsPageProps ) {
	const emails = useResource( getOwnerEmails );
	const ofCustomers = useResource( getCustomerEmails );
	return (
		<ResourceView
			view={ settings }
			loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
		>
			{ ( form ) => (
				<>
					<OwnerEmailsSection form={ form } emails={ emails } />
					<CustomerEmailsSection
						form={ form }
						emails={ ofCustomers }
						shop={ shop }
					/>
					<DownloadsSection form={ form } />
					<SaveBar form={ form } />
				</>
			) }
		</ResourceView>
	);
}
