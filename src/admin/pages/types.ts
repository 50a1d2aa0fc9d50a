import type { View } from '../../api/useResource';
import type { Shop } from '../../generated/schemas';
import type { ConnectionModel } from './connection/useConnection';
import type { EmailSwitches } from '../settings/useEmailSwitches';
import type { SettingsForm } from '../settings/useSettings';
import type { Go, Route } from '../useRoute';
import type { SellsyLists } from '../useSellsyLists';

/** What pages share: drafts and what was read live above them. Each page takes of it what it needs. */
export type PageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	lists: SellsyLists;
	connection: ConnectionModel;
	/** E-mails that WooCommerce switches. */
	switches: EmailSwitches;
	route: Route;
	go: Go;
	/** Something was changed that the banner may speak of. */
	onChanged: () => void;
};
