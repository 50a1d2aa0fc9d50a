<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;

/** What an owner chose under an earlier release, which took any exemption for any sale. */
interface EarlierExemptions {

	/** False where nobody has looked since. */
	public function are_looked_at(): bool;

	/** @return list<ExemptSituation> whose tax is no longer accepted, until the owner has read so. */
	public function to_tell(): array;

	/** @param list<ExemptSituation> $unfit none: there is nothing to tell, or it was read. */
	public function keep_unfit( array $unfit ): void;
}
