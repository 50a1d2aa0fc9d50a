<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Moment;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * One notice when everything waits for a person; none for what ends by itself. A new shop is shown the way on the page
 * where the plugin was activated.
 */
final class Notices {

	/** @param \Closure(): ProblemText $problem_text */
	public function __construct(
		private readonly Obstacle $obstacle,
		private readonly \Closure $problem_text,
		private readonly Moment $moment,
	) {}

	/** Our notices stand on pages that are not ours, so they ask the database once for all of them. */
	public function register(): void {
		add_action( 'admin_notices', [ $this->moment, 'hold' ], PHP_INT_MIN + 1, 0 ); // This is made at the very first.
		add_action( 'admin_notices', [ $this->moment, 'release' ], PHP_INT_MAX, 0 );
		add_action( 'admin_notices', [ $this, 'handle_admin_notices' ] );
	}

	/** @internal */
	public function handle_admin_notices(): void {
		if ( ! current_user_can( AdminPage::CAPABILITY ) || $this->is_our_page() ) {
			return;
		}
		try {
			$this->show_obstacle( $this->obstacle->current() );
		} catch ( DatabaseRefused ) {
			return; // No page fails for want of a notice.
		}
	}

	private function show_obstacle( ?Problem $obstacle ): void {
		if ( $obstacle !== null && $this->needs_a_person( $obstacle ) ) {
			$this->show( 'error', ( $this->problem_text )()->sentences( $obstacle ), $this->way_out( $obstacle ) );
		} elseif ( $obstacle === null && $this->is_list_of_plugins() && $this->obstacle->is_new_shop() ) {
			$this->show(
				'info',
				__( 'Connect Sellsy, choose which documents your orders become, and try it on your last orders before anything is created.', 'orderinvoicer' ),
				$this->set_up()
			);
		}
	}

	/** @param array{url: string, text: string} $link */
	private function show( string $status, string $text, array $link ): void {
		printf(
			'<div class="notice notice-%1$s"><p><strong>%2$s</strong> – %3$s</p><p><a href="%4$s">%5$s</a></p></div>',
			esc_attr( $status ),
			esc_html__( 'Order Invoicer', 'orderinvoicer' ),
			esc_html( $text ),
			esc_url( $link['url'] ),
			esc_html( $link['text'] )
		);
	}

	/** @return array{url: string, text: string} */
	private function way_out( Problem $obstacle ): array {
		return $obstacle->code === ProblemCode::NotConnected
			? $this->set_up()
			: [
				'url'  => AdminPage::url(),
				'text' => __( 'Open the settings', 'orderinvoicer' ),
			];
	}

	/** @return array{url: string, text: string} */
	private function set_up(): array {
		return [
			'url'  => AdminPage::url() . '#/setup',
			'text' => __( 'Set up step by step', 'orderinvoicer' ),
		];
	}

	/** Where somebody is who has just activated it. */
	private function is_list_of_plugins(): bool {
		return ( get_current_screen()->id ?? '' ) === 'plugins';
	}

	/** The page shows the same at its top. */
	private function is_our_page(): bool {
		return str_ends_with( get_current_screen()->id ?? '', '_page_' . AdminPage::SLUG );
	}

	/** A copy that was said to be one stays frozen without asking again. */
	private function needs_a_person( Problem $obstacle ): bool {
		return $obstacle->traits()->urgency !== null && $obstacle->fact( 'decision' ) !== 'copy';
	}
}
