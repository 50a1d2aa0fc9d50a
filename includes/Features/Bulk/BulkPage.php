<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\Help;
use OrderInvoicer\Admin\OrderRights;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Features\Bulk\Rules\BulkAct;
use OrderInvoicer\Features\Bulk\Rules\BulkOrders;
use OrderInvoicer\Features\Bulk\Rules\BulkPlan;
use OrderInvoicer\Features\Bulk\Rules\BulkRequest;
use OrderInvoicer\Features\Bulk\Rules\CarryOutBulk;
use OrderInvoicer\Features\Bulk\Rules\OfferedActs;
use OrderInvoicer\Features\Bulk\Rules\PlanBulk;
use OrderInvoicer\Wording\HelpTopic;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * The page that asks before an act is carried out for the orders that were ticked: how many documents, of what total,
 * what becomes final, and which orders are left out and why. What is answered belongs to what was shown: where that has
 * changed meanwhile, the page asks again. The rights are checked for each order, here and when it is answered.
 */
final class BulkPage {

	/** What is posted to admin-post.php. */
	public const ACTION = 'orderinvoicer_bulk';

	private const MARK    = 'orderinvoicer_mark';
	private const CONSENT = 'orderinvoicer_consent';
	private const CHANGED = 'orderinvoicer_changed';

	/**
	 * @param \Closure(): PlanBulk     $plan_bulk      made when the page is there: most pages of wp-admin are others.
	 * @param \Closure(): CarryOutBulk $carry_out_bulk likewise.
	 */
	public function __construct(
		private readonly \Closure $plan_bulk,
		private readonly \Closure $carry_out_bulk,
		private readonly SettingsStore $settings,
		private readonly BulkRuns $runs,
		private readonly BulkText $texts,
		private readonly BulkPageParts $parts,
		private readonly Help $help,
	) {}

	public function register(): void {
		add_action( 'admin_menu', [ $this, 'handle_admin_menu' ], 70 );
		add_action( 'admin_post_' . self::ACTION, [ $this, 'handle_admin_post' ] );
	}

	/** In no menu: a page that asks about some orders, known to WordPress while somebody opens it. */
	public function handle_admin_menu(): void {
		$title = __( 'Documents in Sellsy', 'orderinvoicer' );
		$hook  = add_submenu_page(
			'',
			$title,
			$title,
			OrderRights::CAPABILITY,
			BulkAddress::PAGE,
			[ $this, 'render' ]
		);
		add_action(
			"load-$hook",
			function () use ( $title ): void {
				// phpcs:ignore WordPress.WP.GlobalVariablesOverride -- WordPress finds none.
				$GLOBALS['title'] = $title;
				$this->help->show( HelpTopic::Bulk );
			}
		);
	}

	public function render(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- nothing is done here.
		$asked = self::text_of( $_GET, BulkAddress::DO );
		$act   = BulkAct::tryFrom( $asked );
		$one   = BulkRequest::from_text( $asked );
		echo '<div class="wrap">';
		printf(
			'<h1>%s</h1><hr class="wp-header-end">',
			esc_html( $act === BulkAct::Create || $one === null ? $this->texts->choose() : $this->texts->title( $one ) )
		);
		try {
			$this->render_requests( $act === BulkAct::Create || $one === null ? $this->choices() : [ $one ] );
		} catch ( DatabaseRefused ) {
			$this->parts->say(
				'error',
				__( 'The database did not answer. Load the page again in a moment.', 'orderinvoicer' )
			);
		}
		echo '</div>';
	}

	public function handle_admin_post(): void {
		check_admin_referer( self::ACTION );
		if ( ! current_user_can( OrderRights::CAPABILITY ) ) {
			wp_die( esc_html__( 'You may not edit orders.', 'orderinvoicer' ), 403 );
		}
		$request = BulkRequest::from_text( self::text_of( $_POST, BulkAddress::DO ) );
		$ids     = BulkAddress::split( self::text_of( $_POST, BulkAddress::ORDERS ) );
		$back    = BulkAddress::back( self::address_of( $_POST ) );
		if ( $request === null || $ids === [] ) {
			$this->go_to( $back );
			return;
		}
		[ $may, $forbidden ] = $this->by_right( $ids );

		$plans = ( $this->plan_bulk )();
		$plan  = $plans->plan( $request, $plans->read( $may ) )->and_forbidden( $forbidden );
		if ( $plan->steps === [] || ! $this->is_answered( $plan ) ) {
			$this->go_to( add_query_arg( self::CHANGED, '1', BulkAddress::of( $request, $ids, $back ) ) );
			return;
		}
		$rows = ( $this->carry_out_bulk )()->carry_out( $request, $plan );
		if ( $rows !== [] ) {
			$this->runs->begin( $request, $rows );
		}
		$this->go_to( $back );
	}

	/** @param list<BulkRequest> $requests one, or those that a person chooses among. */
	private function render_requests( array $requests ): void {
		// phpcs:disable WordPress.Security.NonceVerification.Recommended -- nothing is done here.
		$ids  = BulkAddress::split( self::text_of( $_GET, BulkAddress::ORDERS ) );
		$back = BulkAddress::back( self::address_of( $_GET ) );
		if ( self::text_of( $_GET, self::CHANGED ) !== '' ) {
			$this->parts->say(
				'warning',
				__( 'Nothing was done: what is to be done has changed since this page was shown, or was not confirmed. This is how it stands now.', 'orderinvoicer' )
			);
		}
		// phpcs:enable WordPress.Security.NonceVerification.Recommended
		[ $may, $forbidden ] = $this->by_right( $ids );

		$plans  = ( $this->plan_bulk )();
		$orders = $plans->read( $may );
		foreach ( $requests as $request ) {
			$plan = $plans->plan( $request, $orders )->and_forbidden( $forbidden );
			$this->render_plan( $request, $plan, $orders, count( $requests ) > 1, $back );
		}
		$this->parts->link( $back, __( 'Back to the orders', 'orderinvoicer' ) );
		Help::print_link( HelpTopic::Bulk );
	}

	private function render_plan(
		BulkRequest $request,
		BulkPlan $plan,
		BulkOrders $orders,
		bool $is_choice,
		string $back,
	): void {
		if ( $is_choice ) {
			printf( '<h2>%s</h2>', esc_html( $this->texts->choice( $request->kind ) ) );
		}
		if ( $plan->steps !== [] ) {
			printf( '<p><strong>%s</strong></p>', esc_html( $this->texts->sum( $request, $plan ) ) );
			$this->parts->form(
				self::ACTION,
				[
					BulkAddress::DO     => $request->text(),
					BulkAddress::ORDERS => BulkAddress::join( $orders->ids ),
					BulkAddress::BACK   => $back,
					self::MARK          => $plan->mark(),
				],
				self::CONSENT,
				$this->texts->warning( $plan, $orders ),
				$this->texts->consent( $plan ),
				$this->texts->go( $request, $plan )
			);
		} else {
			printf( '<p>%s</p>', esc_html__( 'There is nothing to do for these orders.', 'orderinvoicer' ) );
		}
		$this->parts->left_out( $plan, $orders );
	}

	/** @return list<BulkRequest> */
	private function choices(): array {
		$kinds = OfferedActs::kinds( $this->settings->get() );
		return array_map(
			static fn ( ?DocumentKind $kind ): BulkRequest => new BulkRequest( BulkAct::Create, $kind ),
			[ null, ...$kinds ]
		);
	}

	/**
	 * @param list<int> $ids
	 * @return array{list<int>, list<int>} orders that this person may edit, and the others.
	 */
	private function by_right( array $ids ): array {
		$may = array_filter( $ids, static fn ( int $id ): bool => current_user_can( 'edit_shop_order', $id ) );
		return [ array_values( $may ), array_values( array_diff( $ids, $may ) ) ];
	}

	/** The person saw just this, and said yes to what cannot be undone. */
	private function is_answered( BulkPlan $plan ): bool {
		// phpcs:disable WordPress.Security.NonceVerification.Missing -- handle_admin_post() has checked it.
		return self::text_of( $_POST, self::MARK ) === $plan->mark()
			&& ( $plan->finals() === [] || self::text_of( $_POST, self::CONSENT ) === '1' );
		// phpcs:enable WordPress.Security.NonceVerification.Missing
	}

	private function go_to( string $url ): void {
		if ( wp_safe_redirect( $url ) ) {
			exit;
		}
	}

	/** @param array<mixed> $sent */
	private static function text_of( array $sent, string $name ): string {
		return isset( $sent[ $name ] ) && is_string( $sent[ $name ] )
			? sanitize_text_field( wp_unslash( $sent[ $name ] ) )
			: '';
	}

	/** @param array<mixed> $sent */
	private static function address_of( array $sent ): string {
		$url = $sent[ BulkAddress::BACK ] ?? '';
		return is_string( $url ) ? esc_url_raw( wp_unslash( $url ) ) : '';
	}
}
