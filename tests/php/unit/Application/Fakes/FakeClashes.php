<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Application\Fakes;

use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\Ports\CodeClashes;
use OrderInvoicer\Application\Ports\NewestDocuments;
use OrderInvoicer\Application\Ports\OwnDocuments;
use OrderInvoicer\Application\RemoteFailure;
use OrderInvoicer\Domain\Document\CodeClash;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\ListedDocument;

/** The account's newest documents, those that are ours, and what was remembered of the others. */
final class FakeClashes implements CodeClashes, NewestDocuments, OwnDocuments {

	/** @var list<ListedDocument> newest first. */
	public array $documents = [];

	/** @var list<int> ids. */
	public array $ours = [];

	public ?CodeClash $standing = null;

	public bool $fails = false;

	/** @var list<DocumentKind> */
	public array $asked = [];

	private ?\DateTimeImmutable $looked_at = null;

	private int $settled = 0;

	public function add( int $id, string $key ): void {
		array_unshift( $this->documents, new ListedDocument( DocumentKind::Invoice, $id, '', $key, null ) );
	}

	public function of( DocumentKind $kind ): array {
		$this->asked[] = $kind;
		return $this->fails ? throw new RemoteFailure( FailureKind::NotSent, 0, 'POST /invoices/search' ) : $this->documents;
	}

	public function strangers_among( array $documents ): array {
		return array_values( array_filter( $documents, fn ( ListedDocument $document ): bool => ! in_array( $document->id, $this->ours, true ) ) );
	}

	public function standing(): ?CodeClash {
		return $this->standing;
	}

	public function looked_at(): ?\DateTimeImmutable {
		return $this->looked_at;
	}

	public function settled_up_to( DocumentKind $kind ): int {
		return $this->settled;
	}

	public function looked( \DateTimeImmutable $at, ?CodeClash $found ): void {
		$this->looked_at = $at;
		$this->standing  = $found;
	}

	public function settle(): void {
		$this->settled  = $this->standing->id ?? $this->settled;
		$this->standing = null;
	}
}
