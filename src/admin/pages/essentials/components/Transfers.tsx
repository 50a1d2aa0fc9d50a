import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import type { PaymentMethods } from '../../../../generated/schemas';
import {
	getProforma,
	PAID_LATER,
	withProforma,
} from '../../../settings/transfers';
import type { WhatProps } from '../types';
import { Choice } from './Choice';
import { More } from './Sentence';

type First = 'proforma' | 'nothing';

/** Where the shop takes transfers or cheques, and their proformas are not told by rules of its owner. */
export function Transfers( { form, methods, hasV1 }: WhatProps ) {
	const first = getProforma( form.value );
	if ( first === null || ( ! first && ! areOffered( methods ) ) ) {
		return null;
	}
	return (
		<>
			<p className="orderinvoicer-sentence__say">
				{ createInterpolateElement(
					/* translators: <first/> is a choice such as "a proforma". */
					__(
						'While a transfer or cheque is awaited, an order becomes <first/>',
						'orderinvoicer'
					),
					{
						first: (
							<Choice< First >
								label={ __(
									'What does an order become first that is paid by transfer or cheque?',
									'orderinvoicer'
								) }
								value={ first ? 'proforma' : 'nothing' }
								options={ [
									{
										value: 'nothing',
										label: __(
											'nothing yet',
											'orderinvoicer'
										),
									},
									{
										value: 'proforma',
										label: __(
											'a proforma',
											'orderinvoicer'
										),
									},
								] }
								onChange={ ( next ) =>
									form.editGroup(
										'proforma',
										withProforma(
											form.value,
											next === 'proforma'
										)
									)
								}
							/>
						),
					}
				) }
			</p>
			{ first && (
				<p className="orderinvoicer-sentence__effect">
					{ hasV1 === false ? (
						<More tab="connection">
							{ __(
								'A proforma needs the right “api-v1”: see Connection',
								'orderinvoicer'
							) }
						</More>
					) : (
						__(
							'A proforma is no invoice: that one comes as said above.',
							'orderinvoicer'
						)
					) }
				</p>
			) }
		</>
	);
}

/** None while that is not known. */
const areOffered = ( { resource }: View< PaymentMethods > ): boolean =>
	resource.status === 'ready' &&
	resource.data.gateways.some(
		( { id, in_use: isOffered } ) => isOffered && PAID_LATER.includes( id )
	);
