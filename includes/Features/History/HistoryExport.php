<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\History\Rules\HistoryFilter;

/** The history as a file, all that fits. */
final class HistoryExport {

	public const ACTION = 'orderinvoicer_history';

	public function __construct(
		private readonly HistoryQuery $query,
		private readonly HistoryCsv $csv,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	public static function url(): string {
		return admin_url(
			'admin-post.php?action=' . self::ACTION . '&_wpnonce=' . wp_create_nonce( self::ACTION )
		);
	}

	public function register(): void {
		add_action( 'admin_post_' . self::ACTION, [ $this, 'handle_admin_post' ] );
	}

	/** @internal */
	public function handle_admin_post(): void {
		check_admin_referer( self::ACTION );
		if ( ! current_user_can( 'manage_woocommerce' ) ) {
			$this->refuse( __( 'You are not allowed to do this.', 'orderinvoicer' ), 403 );
		}
		try {
			[ $filter ] = $this->query->filter( new Values( wp_unslash( $_GET ) ) );
		} catch ( Refused ) {
			$this->refuse( __( 'There is no such day.', 'orderinvoicer' ), 400 );
		} catch ( \Throwable $error ) {
			$this->logger->error( 'The history could not be read.', [], $error );
			$this->refuse( __( 'The history could not be read. Try again in a moment.', 'orderinvoicer' ), 503 );
		}
		$this->send( $filter );
	}

	private function send( HistoryFilter $filter ): never {
		while ( ob_get_level() > 0 && ob_end_clean() ) {
			continue; // The file is sent as it is read.
		}
		nocache_headers();
		header( 'Content-Type: text/csv; charset=utf-8' );
		header( "Content-Disposition: attachment; filename=\"documents-{$this->clock->today()}.csv\"" );
		try {
			foreach ( $this->csv->lines( $filter ) as $lines ) {
				wc_set_time_limit( 0 );
				echo $lines; // phpcs:ignore WordPress.Security.EscapeOutput -- a file, no page.
				flush();
			}
		} catch ( \Throwable $error ) {
			$this->logger->error( 'The history could not be read to its end.', [], $error );
			echo esc_html__( 'INCOMPLETE: the history could not be read to its end.', 'orderinvoicer' );
		}
		exit;
	}

	private function refuse( string $sentence, int $status ): never {
		wp_die(
			esc_html( $sentence ),
			'',
			[
				'response'  => absint( $status ),
				'back_link' => true,
			]
		);
	}
}
