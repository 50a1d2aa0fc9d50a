<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\ConnectionCheck;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\LoopbackCheck;
use OrderInvoicer\Health\Checks\Verdict;

/** Our checks on Tools › Site Health. The one that needs a request runs when the page asks for it. */
final class SiteHealth {

	private const PREFIX = 'orderinvoicer_';

	public function __construct(
		private readonly HealthReport $report,
		private readonly LoopbackCheck $loopback,
	) {}

	public function register(): void {
		add_filter( 'site_status_tests', [ $this, 'handle_site_status_tests' ] );
		add_action( 'wp_ajax_health-check-orderinvoicer-loopback', [ $this, 'handle_loopback' ] );
	}

	/**
	 * What nobody has seen yet is nothing to mend: the diagnostics say so, and Site Health knows no word for it. That
	 * the shop was never connected is the owner's to change.
	 *
	 * @internal
	 * @param array<string, array<string, mixed>> $tests
	 * @return array<string, array<string, mixed>>
	 */
	public function handle_site_status_tests( array $tests ): array {
		foreach ( $this->report->checks() as $check ) {
			if ( $check instanceof LoopbackCheck ) {
				continue;
			}
			$verdict = $this->report->verdict( $check );
			if ( $verdict->status === 'unknown' && ! $check instanceof ConnectionCheck ) {
				continue;
			}
			$tests['direct'][ self::PREFIX . $check->name() ] = [
				'label' => $this->label( $check ),
				'test'  => fn (): array => $this->result( $check->name(), $verdict ),
			];
		}
		$tests['async']['orderinvoicer_loopback'] = [
			'label'             => $this->label( $this->loopback ),
			'test'              => 'orderinvoicer_loopback',
			'has_rest'          => false,
			'async_direct_test' => $this->look( ... ),
		];
		return $tests;
	}

	/** @internal */
	public function handle_loopback(): void {
		check_ajax_referer( 'health-check-site-status' );
		if ( ! current_user_can( 'view_site_health_checks' ) ) {
			wp_send_json_error();
		}
		wp_send_json_success( $this->look() );
	}

	/** @return array<string, mixed> */
	private function look(): array {
		return $this->result( $this->loopback->name(), $this->loopback->look() );
	}

	private function label( HealthCheck $check ): string {
		return __( 'Order Invoicer', 'orderinvoicer' ) . ' – ' . $check->label();
	}

	/** @return array<string, mixed> in the form of Site Health. */
	private function result( string $name, Verdict $verdict ): array {
		return [
			'label'       => $verdict->title,
			'status'      => $verdict->degree(),
			'badge'       => [
				'label' => __( 'Order Invoicer', 'orderinvoicer' ),
				'color' => 'blue',
			],
			'description' => $this->description( $verdict ),
			'actions'     => $verdict->page === ''
				? ''
				: sprintf(
					'<p><a href="%1$s">%2$s</a></p>',
					esc_url( admin_url( $verdict->page ) ),
					esc_html__( 'Look at it', 'orderinvoicer' )
				),
			'test'        => self::PREFIX . $name,
		];
	}

	private function description( Verdict $verdict ): string {
		if ( $verdict->items === [] ) {
			$sentences = $verdict->sentences();
			return $sentences === '' ? '' : '<p>' . esc_html( $sentences ) . '</p>';
		}
		$items = array_map( static fn ( string $one ): string => '<li>' . esc_html( $one ) . '</li>', $verdict->items );
		return sprintf(
			'<p>%1$s</p><ul>%2$s</ul><p>%3$s</p>',
			esc_html( $verdict->why ),
			implode( '', $items ),
			esc_html( $verdict->next_step )
		);
	}
}
