import { __ } from '@wordpress/i18n';
import { hrefOf, isSetting, SECTIONS, SETTINGS, type Tab } from './useRoute';

/** Links, as on WooCommerce's own settings: they can be opened elsewhere, kept and sent. */
export function Tabs( { current }: { current: Tab } ) {
	return (
		<>
			<nav
				className="nav-tab-wrapper orderinvoicer-tabs"
				aria-label={ __( 'Order Invoicer', 'orderinvoicer' ) }
			>
				{ SECTIONS.map( ( tab ) =>
					tab === 'settings' ? (
						<SettingsTab key={ tab } current={ current } />
					) : (
						<a
							key={ tab }
							href={ hrefOf( tab ) }
							className={ tabClass( tab === current ) }
							aria-current={
								tab === current ? 'page' : undefined
							}
						>
							{ tabWord( tab ) }
						</a>
					)
				) }
			</nav>
			{ isSetting( current ) && <SettingsLinks current={ current } /> }
		</>
	);
}

/** The set-up leads from step to step: one way leads out of it. */
export const WayOut = () => (
	<nav
		className="orderinvoicer-tabs"
		aria-label={ __( 'Order Invoicer', 'orderinvoicer' ) }
	>
		<a href={ hrefOf( 'overview' ) }>
			{ __( 'Leave the set-up', 'orderinvoicer' ) }
		</a>
	</nav>
);

const tabClass = ( isActive: boolean ): string =>
	isActive ? 'nav-tab nav-tab-active' : 'nav-tab';

/** Its first page stands behind it; inside, the page itself is the current one, not this tab. */
function SettingsTab( { current }: { current: Tab } ) {
	return (
		<a
			href={ hrefOf( SETTINGS[ 0 ] ) }
			className={ tabClass( isSetting( current ) ) }
		>
			{ __( 'Settings', 'orderinvoicer' ) }
		</a>
	);
}

/** The second row of WooCommerce's settings. */
function SettingsLinks( { current }: { current: Tab } ) {
	return (
		<nav aria-label={ __( 'Settings of Order Invoicer', 'orderinvoicer' ) }>
			<ul className="subsubsub orderinvoicer-subtabs">
				{ SETTINGS.map( ( tab ) => (
					<li key={ tab }>
						<a
							href={ hrefOf( tab ) }
							className={
								tab === current ? 'current' : undefined
							}
							aria-current={
								tab === current ? 'page' : undefined
							}
						>
							{ tabWord( tab ) }
						</a>
					</li>
				) ) }
			</ul>
		</nav>
	);
}

export function tabWord( tab: Tab ): string {
	switch ( tab ) {
		case 'overview':
			return __( 'Overview', 'orderinvoicer' );
		case 'connection':
			return __( 'Connection', 'orderinvoicer' );
		case 'documents':
			return __( 'Documents', 'orderinvoicer' );
		case 'payments':
			return __( 'Payments', 'orderinvoicer' );
		case 'statuses':
			return __( 'Statuses', 'orderinvoicer' );
		case 'customers':
			return __( 'Customers', 'orderinvoicer' );
		case 'products':
			return __( 'Products', 'orderinvoicer' );
		case 'emails':
			return __( 'E-mails', 'orderinvoicer' );
		case 'taxes':
			return __( 'Taxes', 'orderinvoicer' );
		case 'orders':
			return __( 'Old orders', 'orderinvoicer' );
		case 'diagnostics':
			return __( 'Diagnostics', 'orderinvoicer' );
		case 'tasks':
			return __( 'Log', 'orderinvoicer' );
		case 'setup':
			return __( 'Set up step by step', 'orderinvoicer' );
	}
}
