import type { KindProps } from '../types';
import { SellsyFields } from './SellsyFields';
import { TextFields } from './TextFields';

export const FoldedFields = ( props: KindProps ) => (
	<>
		<SellsyFields { ...props } />
		<TextFields { ...props } />
	</>
);
