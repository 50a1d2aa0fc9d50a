<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\ShopCodeCheck;
use OrderInvoicer\Domain\Pauses\ResumeWork;

/** Whether another shop has this one's code. */
final class Clash {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	public function look(): ShopCodeCheck {
		$resume = new ResumeWork( $this->on->ledger(), $this->on->queue(), $this->on->clock );
		return new ShopCodeCheck( $this->on->settings(), $this->sellsy->newest_documents(), $this->on->own_documents( $this->sellsy->account() ), $this->on->clashes(), $resume, $this->on->clock );
	}
}
