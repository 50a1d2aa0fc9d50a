<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\RemoteIds\Creation;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;

/**
 * Creates a tax at Sellsy because a person asked for it, once: what stands there already is taken instead, and where
 * the answer is lost Sellsy's list is read again before anybody may believe that it failed. Nothing is remembered: that
 * list is the truth, and a person may have deleted the tax since.
 *
 * @assumes tax-at-once
 */
final class CreateTax {

	private const KIND = 'tax';

	public function __construct(
		private readonly Taxes $taxes,
		private readonly RemoteIds $remote_ids,
	) {}

	/**
	 * @return array{tax: RemoteTax, is_new: bool} not new where Sellsy had such a tax already.
	 * @throws RetryLater while the same tax is being created, or may have been and is not in the list yet.
	 * @throws RemoteFailure
	 */
	public function create( TaxDraft $draft ): array {
		$result = null;
		$make   = function ( Creation $creation ) use ( $draft, &$result ) {
			$result = $this->found( $draft )
				?? $creation->run( fn(): array => $this->made( $draft ), is_listed: true );
			return null;
		};
		$this->remote_ids->make( self::KIND, $draft->key(), ProblemCode::WaitsForTax, $make );
		return $result ?? throw new \LogicException( 'A tax that was neither found nor made.' );
	}

	/** @return array{tax: RemoteTax, is_new: bool} */
	private function made( TaxDraft $draft ): array {
		try {
			return [
				'tax'    => $this->taxes->create( $draft ),
				'is_new' => true,
			];
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::OutcomeUnknown ) {
				throw $failure;
			}
			return $this->found_again( $draft ) ?? throw $failure;
		}
	}

	/**
	 * Whether it was made stays unknown where the list cannot be read either.
	 *
	 * @return array{tax: RemoteTax, is_new: bool}|null
	 */
	private function found_again( TaxDraft $draft ): ?array {
		try {
			return $this->found( $draft, true );
		} catch ( RemoteFailure ) {
			return null;
		}
	}

	/** @return array{tax: RemoteTax, is_new: bool}|null */
	private function found( TaxDraft $draft, bool $by_us = false ): ?array {
		foreach ( $this->taxes->read() as $tax ) {
			if ( $draft->equals( $tax ) ) {
				return [
					'tax'    => $tax,
					'is_new' => $by_us,
				];
			}
		}
		return null;
	}
}
