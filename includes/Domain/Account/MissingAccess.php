<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;

interface MissingAccess {

	/** Why Sellsy cannot even be asked; null where it can. Asks nobody: it looks at what is stored. */
	public function problem(): ?Problem;
}
