<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

/**
 * How often the connected account found the amounts that were expected of a document of some shape, one after another.
 * A count that is lost only means that Sellsy is asked once more.
 */
interface Agreements {

	/** So often that it need not be asked beforehand any more: what it makes of a document says it too. */
	public const ENOUGH = 20;

	/** @param string $shape see `Shape`. */
	public function of( string $shape ): int;

	public function agreed( string $shape ): void;

	/** Counted from the beginning. */
	public function differed( string $shape ): void;
}
