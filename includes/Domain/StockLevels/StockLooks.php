<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\StockLevels;

defined( 'ABSPATH' ) || exit;

/** Where the look is kept from one batch to the next. */
interface StockLooks {

	public function read(): StockLook;

	/** @return bool false: it is another by now than this process read, and stays so. */
	public function keep( StockLook $look ): bool;

	public function forget(): void;
}
