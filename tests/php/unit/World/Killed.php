<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

/** The process is dead: nothing of it runs any more. */
final class Killed extends \Error {}
