<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Auth\RefreshLock;

final class FakeLock implements RefreshLock {

	public bool $is_free = true;

	public int $releases = 0;

	/** @var \Closure(): void What happens elsewhere while this process waits. */
	private \Closure $meanwhile;

	/** @param (\Closure(): void)|null $meanwhile */
	public function __construct( ?\Closure $meanwhile = null ) {
		$this->meanwhile = $meanwhile ?? static function (): void {};
	}

	public function acquire(): bool {
		return $this->is_free;
	}

	public function release(): void {
		++$this->releases;
	}

	public function wait(): void {
		( $this->meanwhile )();
	}
}
