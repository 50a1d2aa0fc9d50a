import { __ } from '@wordpress/i18n';
import { hrefOf, type Tab, TABS } from './useRoute';

/** Links, as on WooCommerce's own settings: they can be opened elsewhere, kept and sent. */
export function Tabs( { current }: { current: Tab } ) {
	return (
		<nav
			className="nav-tab-wrapper orderinvoicer-tabs"
			aria-label={ __( 'Settings of Order Invoicer', 'orderinvoicer' ) }
		>
			{ TABS.map( ( tab ) => (
				<a
					key={ tab }
					href={ hrefOf( tab ) }
					className={
						tab === current ? 'nav-tab nav-tab-active' : 'nav-tab'
					}
					aria-current={ tab === current ? 'page' : undefined }
				>
					{ tabWord( tab ) }
				</a>
			) ) }
		</nav>
	);
}

export function tabWord( tab: Tab ): string {
	switch ( tab ) {
		case 'connection':
			return __( 'Connection', 'orderinvoicer' );
		case 'documents':
			return __( 'Documents', 'orderinvoicer' );
		case 'payments':
			return __( 'Payments', 'orderinvoicer' );
		case 'statuses':
			return __( 'Statuses', 'orderinvoicer' );
		case 'products':
			return __( 'Products', 'orderinvoicer' );
		case 'taxes':
			return __( 'Taxes', 'orderinvoicer' );
		case 'orders':
			return __( 'Old orders', 'orderinvoicer' );
		case 'syncs':
			return __( 'Recent syncs', 'orderinvoicer' );
	}
}
