<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;

defined( 'ABSPATH' ) || exit;

/** One notice when everything waits for a person; none for what ends by itself. */
final class Notices {

	private const FOR_PEOPLE = [ ProblemCode::Unauthorized, ProblemCode::AccountBlocked, ProblemCode::CopiedSite, ProblemCode::OtherAccount, ProblemCode::NotConnected, ProblemCode::SecretsUnreadable ];

	public function __construct(
		private readonly Obstacle $obstacle,
		private readonly ProblemText $texts,
	) {}

	public function register(): void {
		add_action( 'admin_notices', [ $this, 'handle_admin_notices' ] );
	}

	/** @internal */
	public function handle_admin_notices(): void {
		if ( ! current_user_can( AdminPage::CAPABILITY ) || $this->is_our_page() ) {
			return;
		}
		$obstacle = $this->obstacle->current();
		if ( $obstacle !== null && $this->needs_a_person( $obstacle ) ) {
			printf(
				'<div class="notice notice-error"><p><strong>%1$s</strong> – %2$s</p><p><a href="%3$s">%4$s</a></p></div>',
				esc_html__( 'Order Invoicer', 'orderinvoicer' ),
				esc_html( $this->texts->sentences( $obstacle ) ),
				esc_url( AdminPage::url() ),
				esc_html__( 'Open the settings', 'orderinvoicer' )
			);
		}
	}

	/** The page shows the same at its top. */
	private function is_our_page(): bool {
		return str_ends_with( get_current_screen()->id ?? '', '_page_' . AdminPage::SLUG );
	}

	/** A copy that was said to be one stays frozen without asking again. */
	private function needs_a_person( Problem $obstacle ): bool {
		return in_array( $obstacle->code, self::FOR_PEOPLE, true ) && $obstacle->fact( 'decision' ) !== 'copy';
	}
}
