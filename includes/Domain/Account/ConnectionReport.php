<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;

/** What a test of the connection showed. */
final class ConnectionReport {

	/**
	 * @param array{id: int, name: string, email: string}|null $staff          who is connected; null when nobody is.
	 * @param list<Right>                                      $rights         as far as they can be seen without
	 *        writing.
	 * @param Problem|null                                     $problem        why nobody is, or why that is not known.
	 */
	public function __construct(
		public readonly ?array $staff,
		public readonly array $rights = [],
		public readonly ?Problem $problem = null,
	) {}

	public function is_connected(): bool {
		return $this->staff !== null;
	}
}
