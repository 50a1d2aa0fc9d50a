<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Network;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\Help;
use OrderInvoicer\Wording\HelpTopic;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** Network Admin › Settings: every site with its health, and which sites share a shop code. */
final class NetworkPage {

	public const SLUG       = 'orderinvoicer-network';
	public const CAPABILITY = 'manage_network_options';
	public const PER_PAGE   = 20;

	public function __construct(
		private readonly NetworkOverview $overview,
		private readonly Help $help,
	) {}

	public function register(): void {
		add_action( 'network_admin_menu', [ $this, 'handle_network_admin_menu' ] );
	}

	/** @internal */
	public function handle_network_admin_menu(): void {
		$hook = add_submenu_page(
			'settings.php',
			__( 'Order Invoicer', 'orderinvoicer' ),
			__( 'Order Invoicer', 'orderinvoicer' ),
			self::CAPABILITY,
			self::SLUG,
			[ $this, 'render' ]
		);
		add_action( "load-$hook", fn () => $this->help->show( HelpTopic::Network ) );
	}

	/** @internal */
	public function render(): void {
		echo '<div class="wrap">';
		printf( '<h1>%s</h1>', esc_html__( 'Order Invoicer', 'orderinvoicer' ) );
		try {
			$this->render_sites( $this->overview->count() );
		} catch ( DatabaseRefused ) {
			printf(
				'<p>%s</p>',
				esc_html__( 'The database did not answer. Load the page again in a moment.', 'orderinvoicer' )
			);
		}
		Help::print_link( HelpTopic::Network );
		echo '</div>';
	}

	private function render_sites( int $total ): void {
		$pages = max( 1, (int) ceil( $total / self::PER_PAGE ) );
		$page  = min( $pages, $this->asked_page() );
		if ( $total === 0 ) {
			printf(
				'<p>%s</p>',
				esc_html__( 'The plugin is not active on any site of this network yet. Activate it for the network, or on the sites that have a shop.', 'orderinvoicer' )
			);
			return;
		}
		printf(
			'<p>%s</p>',
			esc_html__( 'Each site has settings, a connection and documents of its own. Sites that share a Sellsy account need different shop codes.', 'orderinvoicer' )
		);
		$sites = $this->overview->page( self::PER_PAGE, ( $page - 1 ) * self::PER_PAGE );
		$this->table( $sites, $this->overview->clashes( $sites ) );
		$this->pagination( $page, $pages );
	}

	/**
	 * @param list<SiteSummary>     $sites
	 * @param array<int, list<int>> $clashes
	 */
	private function table( array $sites, array $clashes ): void {
		$titles = [
			__( 'Site', 'orderinvoicer' ),
			__( 'Connection', 'orderinvoicer' ),
			__( 'Shop code', 'orderinvoicer' ),
			__( 'Sellsy account', 'orderinvoicer' ),
			__( 'Last pass', 'orderinvoicer' ),
			__( 'Waiting', 'orderinvoicer' ),
			__( 'Needs a person', 'orderinvoicer' ),
		];
		echo '<table class="wp-list-table widefat striped"><thead><tr>';
		foreach ( $titles as $title ) {
			printf( '<th scope="col">%s</th>', esc_html( $title ) );
		}
		echo '</tr></thead><tbody>';
		foreach ( $sites as $site ) {
			$this->row( $site, $clashes[ $site->id ] ?? [] );
		}
		echo '</tbody></table>';
	}

	/** @param list<int> $others with the same code in the same account. */
	private function row( SiteSummary $site, array $others ): void {
		$name = $site->name === '' ? $site->address : $site->name;
		printf(
			'<tr data-site="%1$s"><th scope="row"><a href="%2$s"><strong>%3$s</strong></a><br>%4$s</th>',
			esc_attr( (string) $site->id ),
			esc_url( $site->url ),
			esc_html( $name ),
			esc_html( $site->address )
		);
		$this->cell(
			$site->has_shop
				? $this->connection( $site->connection )
				: __( 'WooCommerce is not active', 'orderinvoicer' )
		);
		$this->cell( $site->code, $others === [] ? '' : $this->clash( $others ) );
		$this->cell( $site->account === '' ? __( 'not known', 'orderinvoicer' ) : $site->account );
		$this->cell( $site->last_pass === null ? __( 'never', 'orderinvoicer' ) : $this->ago( $site->last_pass ) );
		$this->cell( number_format_i18n( $site->waiting ) );
		$this->cell( number_format_i18n( $site->attention ) );
		echo '</tr>';
	}

	private function cell( string $text, string $warning = '' ): void {
		printf( '<td>%s', esc_html( $text ) );
		if ( $warning !== '' ) {
			printf(
				'<br><span class="dashicons dashicons-warning" aria-hidden="true"></span> <strong>%s</strong>',
				esc_html( $warning )
			);
		}
		echo '</td>';
	}

	private function connection( string $state ): string {
		return match ( $state ) {
			'connected'    => __( 'Connected', 'orderinvoicer' ),
			'refused'      => __( 'Refused by Sellsy', 'orderinvoicer' ),
			'to_authorise' => __( 'Waits for permission at Sellsy', 'orderinvoicer' ),
			'unknown'      => __( 'Not tested yet', 'orderinvoicer' ),
			default        => __( 'Not connected', 'orderinvoicer' ),
		};
	}

	/** @param list<int> $others */
	private function clash( array $others ): string {
		$names = array_map(
			static fn ( int $id ): string => get_site( $id )->blogname ?? "#$id",
			array_slice( $others, 0, 3 )
		);
		return sprintf(
			/* translators: %s: names of sites. */
			__( 'Same code and account as: %s. Give one of them another shop code.', 'orderinvoicer' ),
			implode( ', ', $names )
		);
	}

	private function ago( \DateTimeImmutable $moment ): string {
		/* translators: %s: a time span, such as "5 minutes". */
		return sprintf( __( '%s ago', 'orderinvoicer' ), human_time_diff( $moment->getTimestamp() ) );
	}

	private function asked_page(): int {
		// Only which page is shown.
		// phpcs:ignore WordPress.Security.NonceVerification, WordPress.Security.ValidatedSanitizedInput
		$asked = filter_var( wp_unslash( $_GET['paged'] ?? 1 ), FILTER_VALIDATE_INT );
		return max( 1, (int) $asked );
	}

	private function pagination( int $page, int $pages ): void {
		$links = paginate_links(
			[
				'base'    => add_query_arg( 'paged', '%#%', network_admin_url( 'settings.php?page=' . self::SLUG ) ),
				'format'  => '',
				'current' => $page,
				'total'   => $pages,
			]
		);
		if ( is_string( $links ) ) {
			printf( '<div class="tablenav bottom"><div class="tablenav-pages">%s</div></div>', wp_kses_post( $links ) );
		}
	}
}
