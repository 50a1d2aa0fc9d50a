<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\Help;
use OrderInvoicer\Admin\NetworkPage;
use OrderInvoicer\Network\NetworkOverview;
use OrderInvoicer\Network\SiteList;
use OrderInvoicer\Network\SiteSummary;
use OrderInvoicer\WordPress\Tables\Schema;

/** A network of sites, seen from above. */
final class NetworkScreens {

	public function __construct(
		private readonly string $file,
		private readonly \wpdb $wpdb,
	) {}

	public function page(): NetworkPage {
		return new NetworkPage(
			new NetworkOverview( new SiteList(), $this->summary( ... ) ),
			new Help( $this->file )
		);
	}

	/** Of the current site. A site whose tables were never made has no rows. */
	private function summary(): SiteSummary {
		$on     = new Foundation( $this->wpdb );
		$sellsy = new SellsyParts( $on );
		$views  = new Views( $on, $sellsy, static fn (): Engine => new Engine( new Adapters( $on, $sellsy ) ) );
		$states = ( new Schema( $this->wpdb ) )->is_there( 'orderinvoicer_sync' ) ? $on->counts()->by_state() : [];
		$name   = get_option( 'blogname' );
		return new SiteSummary(
			id: get_current_blog_id(),
			name: is_string( $name ) ? $name : '',
			address: $on->site()->address(),
			url: admin_url( AdminPage::PATH ),
			connection: $views->connection_view()->state(),
			code: $on->settings()->get()->shop_code,
			account: $on->site()->known_account(),
			last_pass: $views->heartbeat()->last_sweep(),
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
