<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/** Documents at Sellsy that carry this shop's code and that this shop did not make. */
final class ShopCodeConflict {

	/**
	 * @param string $key    of the newest of them.
	 * @param int    $id     of the newest of them.
	 * @param int    $number how many were seen.
	 */
	public function __construct(
		public readonly string $code,
		public readonly DocumentKind $kind,
		public readonly int $id,
		public readonly string $key,
		public readonly int $number,
	) {}

	/** Could a document that this shop sent with the reference be taken for another shop's? */
	public function concerns( string $reference ): bool {
		return str_starts_with( $reference, "$this->code-" );
	}

	public function problem(): Problem {
		return new Problem(
			ProblemCode::CodeClash,
			[
				'code'      => $this->code,
				'kind'      => $this->kind->value,
				'id'        => $this->id,
				'reference' => $this->key,
				'number'    => $this->number,
			]
		);
	}
}
