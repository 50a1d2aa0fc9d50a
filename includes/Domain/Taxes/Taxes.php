<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Taxes of the account that a person asked for. */
interface Taxes {

	/**
	 * As they are at Sellsy now, not as they were kept.
	 *
	 * @return list<RemoteTax>
	 * @throws RemoteFailure
	 */
	public function read(): array;

	/** @throws RemoteFailure */
	public function create( TaxDraft $draft ): RemoteTax;
}
