<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\AccountListener;
use OrderInvoicer\Domain\Account\AdoptConnection;
use OrderInvoicer\Domain\Account\ShopCodeCheck;
use OrderInvoicer\Domain\Account\SiteGuard;
use OrderInvoicer\Health\Checks\LoopbackCheck;
use OrderInvoicer\Reports\StatusView;
use OrderInvoicer\Rest\BaseController;

/**
 * How the work stands, whether the site can call itself, and the owner's decision after its address or account has
 * changed, or when another shop has its code.
 *
 * @phpstan-import-type StatusAnswer from StatusView
 */
final class StatusController extends BaseController {

	public const ALL_OF = [ 'listeners' => AccountListener::class ];

	/** @param list<AccountListener> $listeners */
	public function __construct(
		private readonly StatusView $view,
		private readonly AdoptConnection $adopt,
		private readonly SiteGuard $guard,
		private readonly ShopCodeCheck $shop_code_check,
		private readonly LoopbackCheck $loopback,
		private readonly array $listeners,
	) {}

	public function routes(): array {
		return [
			$this->get( '/status', 'status', $this->read( ... ) ),
			$this->post( '/site', 'status', $this->decide( ... ), 'site-decision' ),
			$this->post( '/clash/settle', 'status', $this->settle( ... ) ),
			$this->post( '/loopback', 'status', $this->call_itself( ... ) ),
		];
	}

	private function read(): \WP_REST_Response {
		return $this->answer( 'status', $this->view->current() );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function decide( \WP_REST_Request $request ): \WP_REST_Response {
		if ( $request['decision'] === 'moved' ) {
			$this->adopt->tie();
			foreach ( $this->listeners as $listener ) {
				$listener->has_moved();
			}
		} else {
			$this->guard->stay_frozen();
		}
		return $this->read();
	}

	/** The documents with this shop's code are no reason to worry, or no longer. */
	private function settle(): \WP_REST_Response {
		$this->shop_code_check->settle();
		return $this->read();
	}

	/** Seconds where it is blocked. */
	private function call_itself(): \WP_REST_Response {
		$this->loopback->look();
		return $this->read();
	}
}
