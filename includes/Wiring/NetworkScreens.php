<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\Help;
use OrderInvoicer\Features\Network\NetworkOverview;
use OrderInvoicer\Features\Network\NetworkPage;
use OrderInvoicer\Features\Network\SiteList;
use OrderInvoicer\Features\Network\SiteSummary;
use OrderInvoicer\WordPress\Tables\Schema;

/** A network of sites, seen from above: each site that WordPress switches to with its own settings and access. */
final class NetworkScreens {

	public function __construct( private readonly \wpdb $wpdb ) {}

	public function page(): NetworkPage {
		return new NetworkPage(
			new NetworkOverview( new SiteList(), $this->summary( ... ) ),
			new Help( ORDERINVOICER_FILE )
		);
	}

	/** Of the current site. A site whose tables were never made has no rows. */
	private function summary(): SiteSummary {
		$adapters = new Adapters( $this->wpdb );
		$screens  = new Screens( $adapters, static fn (): Engine => new Engine( new Answers( $adapters ) ) );
		$is_there = ( new Schema( $this->wpdb, Features::TABLES ) )->is_there( 'orderinvoicer_sync' );
		$states   = $is_there ? $adapters->ledger_counts()->by_state() : [];
		$name     = get_option( 'blogname' );
		return new SiteSummary(
			id: get_current_blog_id(),
			name: is_string( $name ) ? $name : '',
			address: $adapters->site()->address(),
			url: admin_url( AdminPage::PATH ),
			connection: $screens->connection_view()->state(),
			code: $adapters->settings()->get()->shop_code,
			account: $adapters->site()->known_account(),
			last_pass: $adapters->heartbeat()->last_sweep(),
			waiting: ( $states['queued'] ?? 0 ) + ( $states['working'] ?? 0 ),
			attention: $states['attention'] ?? 0,
			has_shop: $this->has_shop()
		);
	}

	private function has_shop(): bool {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		return is_plugin_active( 'woocommerce/woocommerce.php' );
	}
}
