<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\LookBack;
use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;

/** What a restored backup has lost. */
final class Restored {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly RemoteIds $once,
	) {}

	public function look_back(): LookBack {
		$gaps = $this->on->gaps( $this->sellsy->account() );
		return new LookBack( $gaps, $this->sellsy->newest_documents(), $this->unrecorded(), $this->once, $this->on->clock );
	}

	public function unrecorded(): Unrecorded {
		$account = $this->sellsy->account();
		return new Unrecorded(
			$this->once,
			$this->on->own_documents( $account ),
			$this->sellsy->invoicing(),
			$this->on->ledger(),
			$this->on->settings(),
			$this->on->gaps( $account ),
			$this->on->clock
		);
	}
}
